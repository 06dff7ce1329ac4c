import * as z from "zod";
import { ListSchema, MapSchema, ObjectSchema, UnionSchema } from "../model/language/containers.ts";
import type { RawIssue } from "../model/language/issue.ts";
import {
  BooleanSchema,
  ChoiceSchema,
  CustomSchema,
  IntegerSchema,
  NullSchema,
  NumberSchema,
  TextSchema,
} from "../model/language/scalars.ts";
import type { Schema, Step } from "../model/language/schema.ts";
import { NullableSchema, OptionalSchema } from "../model/language/schema.ts";

/** The same schema as zod's own, which tells its JSON Schema, and which tests hold ours against. */
export function toZod(schema: Schema): z.ZodType {
  let result = baseOf(schema);
  for (const step of schema.steps) result = withStep(result, step);
  return result;
}

function baseOf(schema: Schema): z.ZodType {
  if (schema instanceof OptionalSchema) {
    const inner = toZod(schema.inner);
    return schema.isExact ? z.exactOptional(inner) : z.optional(inner);
  }
  if (schema instanceof NullableSchema) return z.nullable(toZod(schema.inner));
  if (schema instanceof ObjectSchema) {
    const shape = Object.fromEntries(
      Object.entries<Schema>(schema.shape).map(([key, member]) => [key, toZod(member)]),
    );
    return schema.isStrict ? z.strictObject(shape) : z.object(shape);
  }
  if (schema instanceof ListSchema) return z.array(toZod(schema.element));
  if (schema instanceof MapSchema) return z.record(z.string(), toZod(schema.valueType));
  if (schema instanceof UnionSchema) return z.union(schema.options.map(toZod));
  if (schema instanceof ChoiceSchema) return z.enum(schema.values);
  if (schema instanceof IntegerSchema) return z.int();
  if (schema instanceof NumberSchema) return z.number();
  if (schema instanceof TextSchema) return z.string();
  if (schema instanceof BooleanSchema) return z.boolean();
  if (schema instanceof NullSchema) return z.null();
  if (schema instanceof CustomSchema) return z.custom();
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
