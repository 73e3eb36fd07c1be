/** Size in character cells. */
export interface WindowSize {
  readonly columns: number;
  readonly rows: number;
}

/** The settings of termios(3) that matter here. */
export interface TtyMode {
  /** ICANON: whole lines, with erase and kill handled by the terminal driver. */
  canonical: boolean;
  echo: boolean;
  /** ISIG: Ctrl-C, Ctrl-\ and Ctrl-Z send signals to the foreground group. */
  signals: boolean;
  /** ONLCR: newline goes out as carriage return and newline. */
  mapNewline: boolean;
  /** ICRNL: carriage return comes in as newline. */
  mapReturn: boolean;
}

export const COOKED_MODE: Readonly<TtyMode> = {
  canonical: true,
  echo: true,
  signals: true,
  mapNewline: true,
  mapReturn: true,
};
export const RAW_MODE: Readonly<TtyMode> = {
  canonical: false,
  echo: false,
  signals: false,
  mapNewline: false,
  mapReturn: false,
};

/** The process side of a terminal: what ioctl(2) offers on a tty descriptor. Reading and writing go through the OpenFile. */
export interface Tty {
  /** `/dev/pts/0` */
  readonly name: string;
  getMode(): TtyMode;
  setMode(mode: Readonly<TtyMode>): void;
  getSize(): WindowSize;
  /** The column its output has come to, as far as the driver can tell (0 is the first). */
  getColumn(): number;
  /** Group of the processes that get the terminal's signals. */
  getForeground(): number;
  setForeground(pgid: number): void;
  /** Drops input that was typed and not yet read. */
  flushInput(): void;
  /** Its session's leader has ended: who still has it open reads the end, and can write no more. @see linux tty_vhangup_session() */
  endSession(): void;
  /** Where the page offers an editor: opens it and resolves when it is closed. */
  readonly openEditor?: (path: string) => Promise<void>;
}

/** The other side (the terminal emulator, or docker attached to a container's terminal). */
export interface TtyMaster {
  /** Bytes as typed. */
  input(bytes: Uint8Array): void;
  /** The next output, at most `max` bytes; null after the terminal was hung up and everything was read. */
  read(max: number): Promise<Uint8Array | null>;
  resize(size: WindowSize): void;
  /** The other side is gone: SIGHUP to the session. */
  hangUp(): void;
}
