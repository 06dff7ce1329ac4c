import type { RawIssue } from "./issue.ts";
import type { Look, Test } from "./look.ts";
import { accepts, lookAt } from "./look.ts";
import type { BoundKind, Payload } from "./schema.ts";
import { Schema } from "./schema.ts";

const BOOLEAN = lookAt({ kind: "boolean" });
const NULL = lookAt({ isOfType: (value) => value === null });
const TEXT = lookAt({ kind: "text" });
const NUMBER = lookAt({ isOfType: Number.isFinite });
const INTEGER = lookAt({ isOfType: Number.isSafeInteger });
const ANYTHING = lookAt({});

/** What has one type and no parts. */
abstract class Scalar<T> extends Schema<T> {
  protected abstract readonly expected: string;

  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (accepts(this.lookAtType(), value)) return;
    issues.push({ code: "invalid_type", expected: this.expected, input: value });
  }

  protected bounded(kind: BoundKind, limit: number, isWithin: Test, runsAnyway?: Test): this {
    const inclusive = kind !== "gt";
    const check = ({ value, issues }: Payload<unknown>) => {
      if (isWithin(value)) return;
      const common = { inclusive, input: value, continue: true };
      if (kind === "max") issues.push({ code: "too_big", maximum: limit, ...common });
      else issues.push({ code: "too_small", minimum: limit, ...common });
    };
    const anyway = runsAnyway === undefined ? {} : { runsAnyway };
    return this.with({ kind, limit, check, passes: isWithin, ...anyway });
  }
}

export class BooleanSchema extends Scalar<boolean> {
  protected readonly expected: string = "boolean";

  protected lookAtType(): Look {
    return BOOLEAN;
  }
}

export class NullSchema extends Scalar<null> {
  protected readonly expected: string = "null";

  protected lookAtType(): Look {
    return NULL;
  }
}

export class TextSchema extends Scalar<string> {
  protected readonly expected: string = "string";

  protected lookAtType(): Look {
    return TEXT;
  }

  /** At least so many characters, counted as code points; like zod it looks at whatever has a length. */
  min(limit: number): this {
    return this.bounded("min", limit, (value) => lengthOf(value) >= limit, hasLength);
  }
}

export class NumberSchema extends Scalar<number> {
  protected readonly expected: string = "number";

  protected lookAtType(): Look {
    return NUMBER;
  }

  gt(limit: number): this {
    return this.bounded("gt", limit, (value) => Number(value) > limit);
  }

  min(limit: number): this {
    return this.bounded("min", limit, (value) => Number(value) >= limit);
  }

  max(limit: number): this {
    return this.bounded("max", limit, (value) => Number(value) <= limit);
  }
}

/** A whole number that a double holds exactly. */
export class IntegerSchema extends NumberSchema {
  protected override lookAtType(): Look {
    return INTEGER;
  }

  protected override judgeType(value: unknown, issues: RawIssue[]): void {
    if (Number.isSafeInteger(value)) return;
    const input = value;
    if (typeof value !== "number" || !Number.isFinite(value)) {
      issues.push({ code: "invalid_type", expected: "number", input });
    } else if (!Number.isInteger(value)) {
      issues.push({ code: "invalid_type", expected: "int", input, continue: false });
    } else if (value > 0) {
      const maximum = Number.MAX_SAFE_INTEGER;
      issues.push({ code: "too_big", maximum, inclusive: true, input, continue: true });
    } else {
      const minimum = Number.MIN_SAFE_INTEGER;
      issues.push({ code: "too_small", minimum, inclusive: true, input, continue: true });
    }
  }
}

export class ChoiceSchema<Value extends string> extends Schema<Value> {
  readonly values: readonly Value[];

  constructor(values: readonly Value[]) {
    super();
    this.values = values;
  }

  protected lookAtType(): Look {
    const values: readonly unknown[] = this.values;
    return lookAt({ isOfType: (value) => values.includes(value) });
  }

  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (accepts(this.lookAtType(), value)) return;
    issues.push({ code: "invalid_value", values: this.values, input: value });
  }
}

/** Anything; checks of our own say what. */
export class CustomSchema<T> extends Schema<T> {
  protected lookAtType(): Look {
    return ANYTHING;
  }

  protected judgeType(): void {}
}

function hasLength(value: unknown): boolean {
  return (
    typeof value === "string" ||
    Array.isArray(value) ||
    (isObject(value) && "length" in value && value.length !== undefined)
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function lengthOf(value: unknown): number {
  if (typeof value === "string") return [...value].length;
  return isObject(value) && "length" in value ? Number(value.length) : Number.NaN;
}
