/** Collects the words of an expanded text: unquoted blanks separate them, quoted ones belong to them. */
export class WordSplitter {
  readonly #words: string[] = [];
  #word = '';
  #inWord = false;

  /** Text whose blanks separate words. */
  addSplit(text: string): void {
    for (const char of text) {
      if (!/\s/u.test(char)) this.addWhole(char);
      else if (this.#inWord && this.#word !== '') this.#endWord();
    }
  }

  /** Text that is part of the word as it is. */
  addWhole(text: string): void {
    this.#word += text;
    this.#inWord = true;
  }

  /** All words so far, the one being read included. */
  finish(): string[] {
    if (this.#word !== '') this.#endWord();
    return this.#words;
  }

  #endWord(): void {
    this.#words.push(this.#word);
    this.#word = '';
    this.#inWord = false;
  }
}
