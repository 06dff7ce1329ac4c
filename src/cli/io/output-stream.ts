import type { Writable } from "node:stream";
import type { OutputStream } from "./io.ts";
import { isPlainOutput, writePlainly } from "./plain-output.ts";

/** Node's stream for an output. */
export type TerminalStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** An output of the process. */
export interface Output {
  /** Opens Node's stream for it. */
  readonly stream: () => TerminalStream;
  /** Undefined where there is only the stream. */
  readonly descriptor: number | undefined;
  /** Runs before the first text. */
  readonly first?: () => void;
  /** Gets what goes wrong, but for a reader who has gone. */
  readonly failed: (error: unknown) => void;
}

/** An output as commands see it. Node's stream is opened only for what cannot be written without one. */
export function outputStream({ stream, descriptor, first, failed }: Output): OutputStream {
  let opened: TerminalStream | undefined;
  let used = false;
  let abandoned = false;
  const plain = descriptor !== undefined && isPlainOutput(descriptor) ? descriptor : undefined;
  const open = () => {
    if (opened !== undefined) return opened;
    opened = stream();
    // The callback of each write hears of a failure; without a listener the event would end the process.
    opened.on("error", () => {});
    return opened;
  };
  const terminal = () => (plain === undefined && open().isTTY === true ? open() : undefined);
  const send = (text: string) =>
    new Promise<void>((settle, refuse) => {
      let rest = Buffer.from(text);
      if (plain !== undefined && opened === undefined) {
        rest = rest.subarray(writePlainly(plain, rest));
      }
      if (rest.length === 0) settle();
      else open().write(rest, (error) => (error == null ? settle() : refuse(error)));
    });
  return {
    isTerminal: () => terminal() !== undefined,
    columns: () => terminal()?.columns,
    write: async (text) => {
      if (abandoned || text === "") return;
      if (!used) first?.();
      used = true;
      try {
        await send(text);
      } catch (error) {
        abandoned = true;
        if (!isBrokenPipe(error)) failed(error);
      }
    },
  };
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}
