import * as z from "zod";
import { ZodArray, ZodObject, ZodRecord, ZodUnion } from "../model/language/containers.ts";
import type { RawIssue } from "../model/language/issue.ts";
import {
  ZodBoolean,
  ZodCustom,
  ZodEnum,
  ZodInt,
  ZodNull,
  ZodNumber,
  ZodString,
} from "../model/language/scalars.ts";
import type { Step, ZodType } from "../model/language/type.ts";
import { ZodNullable, ZodOptional } from "../model/language/type.ts";

/** The same schema as zod's own, which tells its JSON Schema, and which tests hold ours against. */
export function toZod(schema: ZodType): z.ZodType {
  let result = baseOf(schema);
  for (const step of schema.steps) result = withStep(result, step);
  return result;
}

function baseOf(schema: ZodType): z.ZodType {
  if (schema instanceof ZodOptional) {
    const inner = toZod(schema.inner);
    return schema.isExact ? z.exactOptional(inner) : z.optional(inner);
  }
  if (schema instanceof ZodNullable) return z.nullable(toZod(schema.inner));
  if (schema instanceof ZodObject) {
    const shape = Object.fromEntries(
      Object.entries<ZodType>(schema.shape).map(([key, member]) => [key, toZod(member)]),
    );
    return schema.isStrict ? z.strictObject(shape) : z.object(shape);
  }
  if (schema instanceof ZodArray) return z.array(toZod(schema.element));
  if (schema instanceof ZodRecord) return z.record(z.string(), toZod(schema.valueType));
  if (schema instanceof ZodUnion) return z.union(schema.options.map(toZod));
  if (schema instanceof ZodEnum) return z.enum(schema.values);
  if (schema instanceof ZodInt) return z.int();
  if (schema instanceof ZodNumber) return z.number();
  if (schema instanceof ZodString) return z.string();
  if (schema instanceof ZodBoolean) return z.boolean();
  if (schema instanceof ZodNull) return z.null();
  if (schema instanceof ZodCustom) return z.custom();
  throw new TypeError("zod has no such schema.");
}

function withStep(schema: z.ZodType, step: Step): z.ZodType {
  if (step.kind === "meta") return schema.meta(step.meta);
  const { kind, check, limit = 0 } = step;
  if (kind === "check") {
    return schema.check((payload) => {
      const issues: RawIssue[] = [];
      check({ value: payload.value, issues });
      // Ours are some of zod's.
      for (const issue of issues) payload.issues.push(issue as z.core.$ZodRawIssue);
    });
  }
  if (schema instanceof z.ZodString) return schema.min(limit);
  if (schema instanceof z.ZodNumber) return schema[kind](limit);
  throw new TypeError("Numbers and texts alone have bounds.");
}
