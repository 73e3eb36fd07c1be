import type { Rule, Stmt } from './ast.ts';
import type { Interpreter } from './interpreter.ts';
import { Jump, runStatement } from './statements.ts';
import { toBoolean } from './values.ts';

/** BEGIN, every record, END. @returns the exit status */
export async function runRules(awk: Interpreter): Promise<number> {
  const { begin, rules, end } = awk.program;
  let status: number | undefined;
  const phase = async (body: () => Promise<void>): Promise<boolean> => {
    try {
      await body();
      return true;
    } catch (error) {
      if (!(error instanceof Jump) || error.kind !== 'exit') throw error;
      status = error.status ?? status ?? 0;
      return false;
    }
  };
  const started = await phase(() => runAll(awk, begin));
  // A program of only BEGIN reads nothing.
  const reads = started && (rules.length > 0 || end.length > 0);
  if (reads) await phase(() => runRecords(awk, rules));
  // `exit` still runs END, except out of END itself.
  if (end.length > 0) await phase(() => runAll(awk, end));
  await awk.streams.closeAll();
  return (status ?? 0) & 255;
}

async function runAll(awk: Interpreter, actions: readonly Stmt[]): Promise<void> {
  for (const action of actions) await runStatement(awk, action);
}

async function runRecords(awk: Interpreter, rules: readonly Rule[]): Promise<void> {
  const open = new Set<Rule>();
  for (let record = await awk.input.next(); record !== undefined; record = await awk.input.next()) {
    awk.input.count(true);
    awk.record.setText(record);
    try {
      for (const rule of rules)
        if (await applies(awk, rule, open)) await runStatement(awk, rule.body ?? PRINT_RECORD);
    } catch (error) {
      if (!(error instanceof Jump) || error.kind === 'exit') throw error;
      if (error.kind === 'nextfile') awk.input.leave();
    }
  }
}

const PRINT_RECORD: Stmt = { kind: 'print', args: [], formatted: false };

async function applies(awk: Interpreter, rule: Rule, open: Set<Rule>): Promise<boolean> {
  const turn = awk.proc.tick();
  if (turn) await turn;
  if (!rule.pattern) return true;
  if (!rule.until) return toBoolean(await awk.eval(rule.pattern));
  if (!open.has(rule)) {
    if (!toBoolean(await awk.eval(rule.pattern))) return false;
    open.add(rule);
  }
  if (toBoolean(await awk.eval(rule.until))) open.delete(rule);
  return true;
}
