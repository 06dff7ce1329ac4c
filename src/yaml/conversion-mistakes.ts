import { formatCount, showText } from "../diagnostics/show.ts";
import type { TextLimits } from "./text-limits.ts";
import type { TextMistake } from "./text-mistake.ts";
import type { Alias, ParsedNode } from "./yaml-package.ts";
import { isAlias, isMap, isSeq } from "./yaml-package.ts";

/** What YAML allows and plain data cannot hold, in words; the converter knows the place. */
export type ConversionMistake = Pick<TextMistake, "code" | "message" | "hint">;

export function tagMistake(tag: string): ConversionMistake {
  return unsupported(
    `The tag ${showText(shortTag(tag))} is not supported.`,
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
    `A key must be a string; this one is ${kind}.`,
    "Put the key in quotes; if the braces belong to a template, put the whole value in quotes.",
  );
}

/** Go's readers merge maps alone. */
export function mergeOfNoMap(): ConversionMistake {
  return unsupported(
    "What the merge key << merges is neither an object nor a list of objects.",
    "Let it refer to an anchor on an object.",
  );
}

export function mistagged(source: string, tag: string): ConversionMistake {
  return unsupported(
    `${showText(source)} does not have the type of its tag ${showText(shortTag(tag))}.`,
    "Remove the tag, or write a value of that type.",
  );
}

export function noJsonNumber(source: string): ConversionMistake {
  return unsupported(
    `${showText(source)} is read as a number that JSON does not have, so Kubernetes refuses it.`,
    "Put it in quotes to keep the text.",
  );
}

export function keyBeyondText(): ConversionMistake {
  return unsupported("A key here is null, or a number of more than 64 bits.", "Put it in quotes.");
}

export function jsonEscape(): ConversionMistake {
  return {
    code: "yaml-syntax",
    message:
      "This text has a JSON escape, of a slash or of half a character, that Go's YAML readers refuse.",
    hint: "Write the character itself.",
  };
}

export function unknownAlias({ source }: Alias): ConversionMistake {
  return unsupported(
    `The alias ${showText(`*${source}`)} has no anchor before it.`,
    "Put text that starts with * in quotes.",
  );
}

export function cyclicAlias({ source }: Alias): ConversionMistake {
  return unsupported(
    `The alias ${showText(`*${source}`)} is inside the value that it repeats.`,
    "Write the value out.",
  );
}

export function tooDeep({ depth }: TextLimits): ConversionMistake {
  return {
    code: "input-limit",
    message: `The document is nested deeper than ${depth} levels.`,
    hint: "Nest it less deeply.",
  };
}

export function tooManyValues({ values }: TextLimits): ConversionMistake {
  const most = formatCount(values);
  return {
    code: "input-limit",
    message: `The document has more than ${most} values, counting aliases in full.`,
    hint: "Write a smaller document, or use fewer aliases.",
  };
}

function unsupported(message: string, hint: string): ConversionMistake {
  return { code: "unsupported-yaml", message, hint };
}

function shortTag(tag: string): string {
  return tag.replace(/^tag:yaml\.org,2002:/, "!!");
}
