import type { CompileResult, Deployment } from "../../compile-documents.ts";
import { defuse } from "../../diagnostics/defuse.ts";
import type { Diagnostic, Finding, Source } from "../../diagnostics/diagnostic.ts";
import { report } from "../../diagnostics/report.ts";
import { count, showText } from "../../diagnostics/show.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";
import type { ObjectName } from "../../manifest/name-claim.ts";
import { nameClaim, objectNameOf } from "../../manifest/name-claim.ts";
import { replaceInRequest } from "../../model/read-documents.ts";
import { readSources } from "../../yaml/read-source.ts";

/** Takes down which objects the files of a deployment make, and tells which files make the same. */
export interface NameRegister {
  /** `objects` has an entry for each request of the file; undefined for one that did not compile. */
  readonly add: (file: string, objects: readonly (ObjectName | undefined)[]) => void;
  /** An error for each name that several files use. The texts are those of the files in question. */
  readonly report: (deployment: Deployment, read: ReadFile) => Promise<SameNames>;
}

type ReadFile = (file: string) => Promise<TextDocument>;

export interface SameNames {
  readonly diagnostics: readonly Diagnostic[];
  readonly texts: readonly TextDocument[];
}

/** A register of files that go to one deployment. Objects of one file are not compared with each other. */
export function createNameRegister(): NameRegister {
  const first = new Map<string, MadeObject>();
  const clashes = new Map<string, Clash>();
  return {
    add: (file, objects) => {
      for (const [index, object] of objects.entries()) {
        if (object === undefined) continue;
        const claim = nameClaim(object);
        const made = { file, index, object };
        const other = first.get(claim);
        if (other === undefined) first.set(claim, made);
        else if (other.file !== file) {
          const known = clashes.get(claim);
          if (known === undefined) clashes.set(claim, { made, other, more: 0 });
          else known.more++;
        }
      }
    },
    report: async ({ given }, read) => {
      const files = new Map<string, ReadRequests>();
      const requestsOf = async (file: string) => {
        const known = files.get(file);
        if (known !== undefined) return known;
        const text = await read(file);
        const requests = { text, sources: readSources(text, "request") };
        files.set(file, requests);
        return requests;
      };
      const sourceOf = async ({ file, index }: MadeObject): Promise<readonly Source[]> => {
        const source = (await requestsOf(file)).sources[index];
        return source === undefined ? [] : [replaceInRequest(source, given)];
      };
      const diagnostics: Diagnostic[] = [];
      for (const clash of clashes.values()) {
        const sources = { made: await sourceOf(clash.made), other: await sourceOf(clash.other) };
        diagnostics.push(...diagnosticsOf(clash, sources));
      }
      return { diagnostics, texts: [...files.values()].map(({ text }) => text) };
    },
  };
}

/** The names of what came of the requests of a file. */
export function objectNames(
  results: readonly CompileResult[],
): readonly (ObjectName | undefined)[] {
  return results.map((result) => (result.ok ? objectNameOf(result.manifest) : undefined));
}

interface ReadRequests {
  readonly text: TextDocument;
  readonly sources: readonly Source[];
}

interface MadeObject {
  readonly file: string;
  /** The place of its request in the file. */
  readonly index: number;
  readonly object: ObjectName;
}

/** The first two files that make an object, and how many more there are. */
interface Clash {
  readonly made: MadeObject;
  readonly other: MadeObject;
  more: number;
}

function diagnosticsOf(
  clash: Clash,
  sources: { readonly made: readonly Source[]; readonly other: readonly Source[] },
): readonly Diagnostic[] {
  const finding = sameName(clash);
  const [diagnostic] = report([finding], sources.made);
  const [there] = report([finding], sources.other);
  if (diagnostic === undefined || there === undefined) return [];
  const { document, path, pointer, range } = there;
  // One value that names the requests of all files.
  if (JSON.stringify(range) === JSON.stringify(diagnostic.range)) return [diagnostic];
  const message = "the name is also used here";
  const related = { document, path, pointer, message, ...(range === undefined ? {} : { range }) };
  return [Object.freeze({ ...diagnostic, related: Object.freeze([Object.freeze(related)]) })];
}

function sameName({ made, other, more }: Clash): Finding {
  const { kind, namespace, name } = made.object;
  const where = namespace === undefined ? "" : ` in the namespace ${showText(namespace)}`;
  const others =
    more === 0 ? "" : `, and ${count(more, "more file")} ${more === 1 ? "uses" : "use"} it`;
  const [here, there] = [defuse(made.file), defuse(other.file)];
  const isOne = kind === other.object.kind;
  return {
    code: "invalid-name",
    document: "request",
    path: ["name"],
    message: isOne
      ? `${there} and ${here} both make the ${kind} ${showText(name)}${where}${others}.`
      : `${there} makes the ${other.object.kind} ${showText(name)}${where} and ${here} a ${kind} of the same name${others}.`,
    hint: isOne
      ? "Give each its own name or namespace; when applied, one would overwrite the other."
      : "Give each its own name or namespace; KubeRay would use the same Services for both.",
  };
}
