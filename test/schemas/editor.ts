import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService } from "yaml-language-server";
import type { JsonSchema } from "../../src/schemas/json-schema.ts";

/** What an editor with the YAML language server offers and complains of in a document that one schema describes. */
export interface Editor {
  /** What may be inserted where `¦` stands in the text, in the order of the schema. */
  readonly complete: (text: string) => Promise<readonly Completion[]>;
  /** A line for each complaint: `2:7 message`. */
  readonly complaints: (text: string) => Promise<readonly string[]>;
  /** What is told of the place of `¦`. */
  readonly hover: (text: string) => Promise<string>;
}

export interface Completion {
  readonly label: string;
  /** What is inserted, placeholders included. */
  readonly insertText: string;
}

/** The YAML language server as VS Code runs it, with one schema for every file. */
export function editorWith(published: JsonSchema): Editor {
  // The language server writes into the schemas that it is given.
  const schema = structuredClone(published);
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error("Our schemas refer to no other.")),
    workspaceContext: { resolveRelativePath: (path) => path },
    telemetry: { send: () => {}, sendError: fail, sendTrack: () => {} },
    clientCapabilities: {
      textDocument: { completion: { completionItem: { snippetSupport: true } } },
    },
  });
  service.configure({
    validate: true,
    completion: true,
    hover: true,
    schemas: [{ uri: "schema:///published.json", fileMatch: ["*.yaml"], schema }],
  });
  return {
    complete: async (text) => {
      const offset = text.indexOf("¦");
      const document = documentOf(text.replace("¦", ""));
      const { items } = await service.doComplete(document, document.positionAt(offset), false);
      return items.map(({ label, insertText = "" }) => ({ label, insertText }));
    },
    hover: async (text) => {
      const offset = text.indexOf("¦");
      const document = documentOf(text.replace("¦", ""));
      const found = await service.doHover(document, document.positionAt(offset));
      return JSON.stringify(found?.contents ?? "");
    },
    complaints: async (text) => {
      const found = await service.doValidation(documentOf(text), false);
      return found.map(
        ({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`,
      );
    },
  };
}

/** The language server swallows what goes wrong in it and tells its telemetry. */
function fail(name: string, problem: unknown): never {
  throw new Error(name, { cause: problem });
}

let documents = 0;

/** The server remembers documents by their names. */
function documentOf(text: string): TextDocument {
  documents++;
  return TextDocument.create(`file:///${documents}.yaml`, "yaml", 1, text);
}
