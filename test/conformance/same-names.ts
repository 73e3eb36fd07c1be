/** `<ID3>`, `<id3>`: what stands for the third ID of a session, long or short. */
const PLACEHOLDER = /<(ID|id|SID|sid|NAME|MAC|PORT|TOKEN)(\d+)>/g;

/**
 * Which placeholder of ours stands for which of the recording: a step that shows one ID more moves the numbers of all that follow, and says nothing about
 * them. What was once the same has to stay the same.
 */
export class SameNames {
  readonly #ours = new Map<string, string>();
  readonly #recorded = new Map<string, string>();

  /** Whether two texts say the same of the same things; if so, it is kept what is the same. */
  match(recorded: string, ours: string): boolean {
    if (withoutNumbers(recorded) !== withoutNumbers(ours)) return false;
    const [left, right] = [namesIn(recorded), namesIn(ours)];
    const pairs = left.map((name, index) => [name, right[index] ?? ''] as const);
    const [there, back] = [new Map(this.#ours), new Map(this.#recorded)];
    for (const [name, own] of pairs) {
      if ((there.get(name) ?? own) !== own || (back.get(own) ?? name) !== name) return recorded === ours;
      there.set(name, own);
      back.set(own, name);
    }
    for (const [name, own] of pairs) {
      this.#ours.set(name, own);
      this.#recorded.set(own, name);
    }
    return true;
  }
}

const withoutNumbers = (text: string): string => text.replace(PLACEHOLDER, '<$1>');

/** Short and long of one thing are one name. */
function namesIn(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map(([, kind = '', number = '']) => kind.toLowerCase() + number);
}
