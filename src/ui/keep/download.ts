/** Hands a file to the browser, to be saved on the learner's computer. */
export function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has begun with it when this comes.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A name that every system takes. */
export function fileName(name: string, ending: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N}._() -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${plain || 'drydock'}.${ending}`;
}
