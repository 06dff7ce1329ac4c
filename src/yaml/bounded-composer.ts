import type { ErrorCode } from "./yaml-package.ts";
import { Composer } from "./yaml-package.ts";

/** What the package calls for each mistake and each warning. */
type NoteError = (
  source: number | [number, number] | { offset: number; source?: string },
  code: ErrorCode,
  message: string,
  isWarning?: boolean,
) => void;

/**
 * A composer that makes no more errors than anybody looks at, since each is an Error with its stack, and no warnings, which
 * nobody looks at. Once it has left out an error, what it composes is not to be trusted.
 */
export class BoundedComposer extends Composer {
  constructor(options: ConstructorParameters<typeof Composer>[0], most: number) {
    super(options);
    // The package keeps this to itself and has no other way.
    const note: NoteError = Reflect.get(this, "onError");
    let noted = 0;
    const noteFew: NoteError = (source, code, message, isWarning) => {
      if (isWarning !== true && noted++ < most) note(source, code, message);
    };
    Reflect.set(this, "onError", noteFew);
  }
}
