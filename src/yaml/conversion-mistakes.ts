import type { Alias, ParsedNode } from "yaml";
import { isAlias, isMap, isSeq } from "yaml";
import { formatCount, showText } from "../diagnostics/show.ts";
import { MAXIMUM_DEPTH, MAXIMUM_VALUES } from "./snapshot.ts";
import type { TextMistake } from "./text-mistake.ts";

/** What YAML allows and plain data cannot hold, in words; the converter knows the place. */
export type ConversionMistake = Pick<TextMistake, "code" | "message" | "hint">;

export function tagMistake(tag: string): ConversionMistake {
  const short = tag.replace(/^tag:yaml\.org,2002:/, "!!");
  return unsupported(
    `The tag ${showText(short)} is not supported.`,
    "Remove the tag; put text in quotes.",
  );
}

export function mergeKey(): ConversionMistake {
  return unsupported("The merge key << is not supported.", "Write out the fields that it merges.");
}

export function keyWithoutText(key: ParsedNode): ConversionMistake {
  const kind = isAlias(key)
    ? "an alias"
    : isMap(key)
      ? "an object"
      : isSeq(key)
        ? "a list"
        : "null";
  return unsupported(
    `A key must be text; this one is ${kind}.`,
    "Put the key in quotes; where the braces are a template's, the whole value.",
  );
}

export function unknownAlias({ source }: Alias): ConversionMistake {
  return unsupported(
    `The alias ${showText(`*${source}`)} has no anchor before it.`,
    "Put text that starts with * in quotes.",
  );
}

export function cyclicAlias({ source }: Alias): ConversionMistake {
  return unsupported(
    `The alias ${showText(`*${source}`)} stands inside the value that it repeats.`,
    "Write the value out.",
  );
}

export function tooDeep(): ConversionMistake {
  return {
    code: "input-limit",
    message: `The document is nested deeper than ${MAXIMUM_DEPTH} levels.`,
    hint: "Nest it less deeply.",
  };
}

export function tooManyValues(): ConversionMistake {
  const most = formatCount(MAXIMUM_VALUES);
  return {
    code: "input-limit",
    message: `The document has more than ${most} values, with its aliases written out.`,
    hint: "Write a smaller document, or fewer aliases.",
  };
}

function unsupported(message: string, hint: string): ConversionMistake {
  return { code: "unsupported-yaml", message, hint };
}
