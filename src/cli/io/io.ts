/**
 * All that a command may touch outside its own memory. Paths are as given on the command line.
 * What fails rejects with the system's error (its `code` is ENOENT, EACCES, ...), unless said otherwise.
 */
export interface CommandLineIo {
  /** How the user runs this program, as arguments: `raycluster`, or `npx raycluster`. */
  readonly program: readonly string[];
  /** Changes with the program itself; undefined where it runs from its source. */
  readonly programVersion: () => Promise<string | undefined>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  /** Never rejects: there is nowhere left to say so. */
  readonly stderr: OutputStream;
  /** Everything up to the end of the stream; EFBIG beyond the limit. */
  readonly readStandardInput: (maximumBytes: number) => Promise<Uint8Array>;
  /** A file's content; EFBIG beyond the limit, before a byte of it is read where its size is known. */
  readonly readFile: (path: string, maximumBytes: number) => Promise<Uint8Array>;
  /** The content of a file that the package brings along, by its path in the package. */
  readonly readPackageFile: (path: string) => Promise<Uint8Array>;
  /**
   * Writes a file whole or not at all, in an existing folder. A file that holds this text already, or the other one that is as
   * good, is not touched, and false comes back.
   */
  readonly writeFile: (path: string, text: string, asGood?: string | undefined) => Promise<boolean>;
  /** Removes from a folder what runs of ours that were killed have left there more than an hour ago. Never rejects. */
  readonly removeLeftovers: (folder: string) => Promise<void>;
  /** Removes a file, or a link to one. */
  readonly removeFile: (path: string) => Promise<void>;
  /** A text that changes when a file does; undefined if there is none. */
  readonly fileVersion: (path: string) => Promise<string | undefined>;
  /** Resolves later, to whether to go on. */
  readonly pause: (milliseconds: number) => Promise<boolean>;
  /** Creates a folder and those above it; one that exists stays as it is. */
  readonly createFolder: (path: string) => Promise<void>;
  /** What stands in a folder, by name. A link to a folder is `other`, so that no walk goes round in circles. */
  readonly listFolder: (path: string) => Promise<readonly FolderEntry[]>;
  /** Runs git in the working folder, without a shell, with a text as its standard input. Rejects where there is no git. */
  readonly git: (argv: readonly string[], input?: string) => Promise<GitOutcome>;
  /** One text for every path that leads to the same place, whether or not there is a file. Absolute; never rejects. */
  readonly realPath: (path: string) => Promise<string>;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
  /** Whether it is a link to what it is. */
  readonly isLink: boolean;
}

export interface GitOutcome {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

export interface OutputStream {
  readonly isTerminal: () => boolean;
  /** How wide the terminal is; undefined if there is none. */
  readonly columns: () => number | undefined;
  /** Settles when the text is on its way. A reader who has gone, as `head` does, is no error. */
  readonly write: (text: string) => Promise<void>;
}
