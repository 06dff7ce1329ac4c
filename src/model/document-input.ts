import type { TextDocument } from "../diagnostics/text-document.ts";

/**
 * What a function takes for a document: the document itself, checked and completed by the compiler and the editor; a text,
 * `{file, text}`; or a value whose type says nothing of it, such as parsed JSON, which is judged when the function runs.
 */
export type DocumentInput<Document, Given> = Document | TextDocument | UntypedDocument<Given>;

/** `unknown`, `any`, `object` and maps of any keys; never for a type that names its keys: a misspelt key is an error. */
export type UntypedDocument<Given> = object extends Given
  ? Given
  : string extends keyof Given
    ? Given
    : never;
