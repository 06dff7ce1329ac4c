import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { DEVELOPMENT, version } from "../version.ts";
import type { CommandLineIo } from "./io.ts";
import { listFolder } from "./list-folder.ts";
import type { TerminalStream } from "./output-stream.ts";
import { outputStream } from "./output-stream.ts";
import { programCommand } from "./program-command.ts";
import { realPath } from "./real-path.ts";
import { runGit } from "./run-git.ts";
import type { Descriptors } from "./standard-streams.ts";
import { refuseClosed, refuseFolder } from "./standard-streams.ts";
import { removeLeftovers } from "./temporary-file.ts";
import { writeWholeFile } from "./write-whole-file.ts";

/** The part of Node's `process` that the command line uses. */
export interface NodeProcess {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  readonly stdin: Readable;
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
}

/**
 * The command line's surroundings as Node has them.
 * A stream is touched only when it is used: to open one costs milliseconds. With descriptors most outputs need none.
 */
export function nodeIo(process: NodeProcess, descriptors?: Descriptors): CommandLineIo {
  const absolute = (path: string) => resolve(process.cwd(), path);
  return {
    program: programCommand(process.argv[1] ?? "", process.cwd(), process.env),
    programVersion: async () => programVersion(process.argv[1]),
    environment: process.env,
    stdout: outputStream({
      stream: () => process.stdout,
      descriptor: descriptors?.stdout,
      first: () => {
        if (descriptors !== undefined) refuseClosed(descriptors);
      },
      failed: (error) => {
        throw error;
      },
    }),
    stderr: outputStream({
      stream: () => process.stderr,
      descriptor: descriptors?.stderr,
      failed: () => {},
    }),
    readStandardInput: async (maximumBytes) => {
      refuseFolder(process.stdin);
      return readStream(process.stdin, maximumBytes);
    },
    readFile: async (path, maximumBytes) => readBoundedFile(absolute(path), maximumBytes),
    readPackageFile: async (path) => readFileSync(join(packageFolder(), path)),
    writeFile: (path, text, asGood) => writeWholeFile(absolute(path), text, asGood),
    removeLeftovers: async (folder) => removeLeftovers(absolute(folder)),
    removeFile: async (path) => unlinkSync(absolute(path)),
    fileVersion: async (path) => {
      const status = statSync(absolute(path), { throwIfNoEntry: false });
      return status === undefined
        ? undefined
        : [status.mtimeMs, status.ctimeMs, status.ino, status.size].join(" ");
    },
    pause: (milliseconds) =>
      new Promise((resolve) => setTimeout(() => resolve(true), milliseconds)),
    createFolder: async (path) => {
      mkdirSync(absolute(path), { recursive: true });
    },
    listFolder: async (path) => listFolder(absolute(path)),
    git: (argv, input) => runGit(argv, process.cwd(), input),
    realPath: async (path) => realPath(absolute(path)),
  };
}

function programVersion(script: string | undefined): string | undefined {
  if (version === DEVELOPMENT || script === undefined) return undefined;
  const status = statSync(script, { throwIfNoEntry: false });
  return status === undefined ? undefined : `${version} ${status.mtimeMs} ${status.size}`;
}

/** The nearest folder above this file that holds a package.json: the same from the source and from the bundle. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) {
    folder = dirname(folder);
  }
  return folder;
}

async function readStream(stream: Readable, maximumBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > maximumBytes) throw tooLarge();
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

/** Reads whatever opens as a file: pipes and devices, too, whose size is not known beforehand. */
function readBoundedFile(path: string, maximumBytes: number): Uint8Array {
  const descriptor = openSync(path, "r");
  try {
    const status = fstatSync(descriptor);
    if (status.size > maximumBytes) throw tooLarge();
    if (status.isFile()) return readFileSync(descriptor);
    const chunk = new Uint8Array(65_536);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for (;;) {
      const read = readSync(descriptor, chunk);
      if (read === 0) return Buffer.concat(chunks);
      bytes += read;
      if (bytes > maximumBytes) throw tooLarge();
      chunks.push(chunk.slice(0, read));
    }
  } finally {
    closeSync(descriptor);
  }
}

function tooLarge(): Error {
  return Object.assign(new Error("The input is too large."), { code: "EFBIG" });
}
