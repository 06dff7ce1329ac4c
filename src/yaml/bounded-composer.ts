import type { ErrorCode, YAMLError } from "./yaml-package.ts";
import { Composer } from "./yaml-package.ts";

/** What the package calls for each mistake and each warning. */
type NoteError = (
  source: number | [number, number] | { offset: number; source?: string },
  code: ErrorCode,
  message: string,
  isWarning?: boolean,
) => void;

/**
 * A composer that notes no more errors than anybody looks at, and no warnings, which nobody looks at. Most of its errors
 * have no stack, since to collect one takes longer than to find the mistake. Once it has left out an error, what it
 * composes is not to be trusted.
 */
export class BoundedComposer extends Composer {
  constructor(options: ConstructorParameters<typeof Composer>[0], most: number) {
    super(options);
    let noted = 0;
    const noteFew: NoteError = (source, code, message, isWarning) => {
      if (isWarning === true || noted++ >= most) return;
      // The package keeps these to itself and has no other way.
      const errors: YAMLError[] = Reflect.get(this, "errors");
      errors.push({ name: "YAMLParseError", code, message, pos: positionOf(source) });
    };
    Reflect.set(this, "onError", noteFew);
  }
}

/** As in the package: `getErrorPos` in compose/composer.js. */
function positionOf(source: Parameters<NoteError>[0]): [start: number, end: number] {
  if (typeof source === "number") return [source, source + 1];
  if (Array.isArray(source)) return [source[0], source[1]];
  return [source.offset, source.offset + (source.source?.length ?? 1)];
}
