import { createHash } from "node:crypto";
import { join } from "node:path";
import type { ObjectName } from "../../manifest/name-claim.ts";
import type { CommandLineIo } from "../io/io.ts";
import { MAXIMUM_BYTES } from "../io/read-text.ts";
import { userCacheFolder } from "../io/user-cache-folder.ts";

/**
 * What requests compiled to before, as a digest and the names of the objects: by the digest of everything that decides it,
 * the program among it. So a request whose output is still there need not be compiled again. Only outputs without a warning are remembered.
 */
export interface RememberedOutputs {
  /** What a request file compiles to; undefined where that is not known. */
  readonly recall: (inputs: string) => RememberedOutput | undefined;
  readonly remember: (inputs: string, output: RememberedOutput) => void;
  /** Writes down what is new. Never rejects: the memory is only for speed. */
  readonly save: () => Promise<void>;
  /** Which program it is; what another one compiled counts for nothing. */
  readonly program: string;
}

export interface RememberedOutput {
  readonly digest: string;
  /** The objects in it, in the order of the requests. */
  readonly objects: readonly ObjectName[];
}

const DIGITS = 32;
const LINE = /^([0-9a-f]{32}) ([0-9a-f]{32}(?: [^ /]+\/[^ /]*\/[^ /]+)+)$/;

/** More than this many times what a run needs is not kept. */
const MOST_TIMES = 4;

/**
 * Opens the memory of a project in the user's folder for caches. Undefined where there is none, and for a program that runs
 * from its source.
 */
export async function openRememberedOutputs(
  project: string,
  io: CommandLineIo,
): Promise<RememberedOutputs | undefined> {
  const base = userCacheFolder(io.environment);
  const program = await io.programVersion();
  if (base === undefined || program === undefined) return undefined;
  const folder = join(base, "raycluster-compiler");
  const file = join(folder, `${digestOf(project)}.txt`);
  const known = await read(file, io);
  const used = new Map<string, string>();
  let isNew = false;
  return {
    program,
    recall: (inputs) => {
      const line = known.get(inputs);
      if (line === undefined) return undefined;
      used.set(inputs, line);
      return readOutput(line);
    },
    remember: (inputs, output) => {
      const line = printOutput(output);
      if (known.get(inputs) !== line) isNew = true;
      used.set(inputs, line);
    },
    save: async () => {
      if (!isNew) return;
      const isSmall = known.size <= used.size * MOST_TIMES;
      const all = isSmall ? new Map([...known, ...used]) : used;
      const text = [...all].map(([inputs, output]) => `${inputs} ${output}\n`).join("");
      try {
        await io.createFolder(folder);
        await io.writeFile(file, text);
      } catch {
        // The next run compiles again.
      }
    },
  };
}

function printOutput({ digest, objects }: RememberedOutput): string {
  const words = objects.map(({ kind, namespace = "", name }) => `${kind}/${namespace}/${name}`);
  return [digest, ...words].join(" ");
}

function readOutput(line: string): RememberedOutput {
  const [digest = "", ...words] = line.split(" ");
  const objects = words.map((word): ObjectName => {
    const [kind = "", namespace = "", name = ""] = word.split("/");
    return { kind, namespace: namespace || undefined, name };
  });
  return { digest, objects };
}

/** A digest of texts, none of which can pass for a part of another. */
export function digestOf(...texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest("hex").slice(0, DIGITS);
}

async function read(file: string, io: CommandLineIo): Promise<ReadonlyMap<string, string>> {
  try {
    const text = new TextDecoder().decode(await io.readFile(file, MAXIMUM_BYTES));
    const lines = text.split("\n").map((line) => LINE.exec(line));
    return new Map(lines.flatMap((match) => (match ? [[match[1] ?? "", match[2] ?? ""]] : [])));
  } catch {
    return new Map();
  }
}
