import type { Finding, Source } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../diagnostics/path.ts";
import type { TextDocument } from "../../diagnostics/text-document.ts";

/** A project file that was read. */
export interface OpenedProject {
  readonly text: TextDocument;
  readonly source: Source;
  /** Where it really is, whichever way it was named. */
  readonly place: string;
}

/** A target with the files that its globs stand for. Paths are relative to the working folder. */
export interface LocatedTarget {
  readonly name: string;
  readonly project: OpenedProject;
  /** By path, and none twice. */
  readonly requests: readonly FoundRequest[];
  /** Where manifests go: a folder, or one file. */
  readonly output: string;
  /** Undefined where all manifests go to one file. */
  readonly outputFolder: string | undefined;
  readonly hasOutputName: boolean;
  readonly settings: readonly string[];
  readonly settingsAt: string | undefined;
  readonly patches: readonly string[];
  /** Values of the project file that are laid over each request after the patches. */
  readonly layers: readonly Source[];
  readonly kuberayVersion: string | undefined;
  readonly strict: boolean;
}

export interface FoundRequest {
  readonly file: string;
  /** Where its manifest goes. */
  readonly output: string;
  /** Where the first glob that matches it stands in the project file. */
  readonly globPath: Path;
}

/** What is wrong with a project file. */
export interface ProjectFinding {
  readonly project: OpenedProject;
  readonly finding: Finding;
}
