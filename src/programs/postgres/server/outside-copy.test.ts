import { expect, it } from 'vitest';
import { outsideCopy } from './outside-copy.ts';

const messageOf = (sql: string): string | undefined => outsideCopy(sql, '/data')?.message;

it('programs, and files outside of the data directory, are out of reach of COPY', () => {
  expect(messageOf("copy (select 1) to program 'cat > /tmp/z'")).toBe(
    'could not execute command "cat > /tmp/z": Function not implemented',
  );
  expect(messageOf("COPY t FROM '/tmp/it''s' WITH (format csv);")).toBe(
    `could not open file "/tmp/it's" for reading: Function not implemented`,
  );
  expect(messageOf("copy t to '/data/x'")).toBeUndefined();
  expect(messageOf("copy (select 'a to b') to stdout")).toBeUndefined();
  expect(messageOf("copy t from stdin with delimiter ','")).toBeUndefined();
  expect(messageOf("select 'copy t to'")).toBeUndefined();
});

it('is found behind other statements and comments', () => {
  const refused = 'could not open file "/tmp/x" for writing: Function not implemented';
  expect(messageOf("select ';'; -- then\ncopy t to '/tmp/x'; select 2")).toBe(refused);
  expect(messageOf("/* all */ copy t to '/tmp/x'")).toBe(refused);
  expect(messageOf("select $$;copy t to '/tmp/x'$$")).toBeUndefined();
});
