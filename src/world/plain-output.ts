const ESCAPES = /\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-_])|\r/g;

/** What a terminal was sent, without colours and moves of the cursor. */
export const plainOutput = (text: string): string => text.replace(ESCAPES, '');
