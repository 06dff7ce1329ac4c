import type { RawIssue } from "./issue.ts";
import type { BoundKind, Look, Payload } from "./schema.ts";
import { Schema } from "./schema.ts";

/** What has one type and no parts. */
abstract class Scalar<T> extends Schema<T> {
  protected abstract readonly expected: string;

  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (this.ofType()(value)) return;
    issues.push({ code: "invalid_type", expected: this.expected, input: value });
  }

  protected bounded(kind: BoundKind, limit: number, isWithin: Look, runsAnyway?: Look): this {
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

  protected ofType(): Look {
    return isBoolean;
  }
}

export class NullSchema extends Scalar<null> {
  protected readonly expected: string = "null";

  protected ofType(): Look {
    return isNull;
  }
}

export class TextSchema extends Scalar<string> {
  protected readonly expected: string = "string";

  protected ofType(): Look {
    return isText;
  }

  /** At least so many characters, counted as code points; like zod it looks at whatever has a length. */
  min(limit: number): this {
    return this.bounded("min", limit, (value) => lengthOf(value) >= limit, hasLength);
  }
}

export class NumberSchema extends Scalar<number> {
  protected readonly expected: string = "number";

  protected ofType(): Look {
    return Number.isFinite;
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
  protected override ofType(): Look {
    return Number.isSafeInteger;
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

  protected ofType(): Look {
    const values: readonly unknown[] = this.values;
    return (value) => values.includes(value);
  }

  protected judgeType(value: unknown, issues: RawIssue[]): void {
    if (this.ofType()(value)) return;
    issues.push({ code: "invalid_value", values: this.values, input: value });
  }
}

/** Anything; checks of our own say what. */
export class CustomSchema<T> extends Schema<T> {
  protected ofType(): Look {
    return isAnything;
  }

  protected judgeType(): void {}
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}

function isNull(value: unknown): boolean {
  return value === null;
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isAnything(): boolean {
  return true;
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
