/** Whether a command has a flag, by its long name. */
type HasFlag = (name: string) => boolean;

/** A flag of kubectl, helm or diff that people try here, and what to give in its place. */
interface ForeignFlag {
  readonly names: readonly string[];
  /** For which commands the hint holds. */
  readonly has: (has: HasFlag) => boolean;
  readonly hint: string;
}

/** What is meant by a flag that a command does not have, as a sentence; undefined for what nobody means. */
export function foreignFlagHint(rawName: string, has: HasFlag): string | undefined {
  return foreignFlags.find((flag) => flag.names.includes(rawName) && flag.has(has))?.hint;
}

const hasFlag = (name: string) => (has: HasFlag) => has(name);

/** A command that takes everything from the project file. */
const isBuilt = (has: HasFlag) => has("config") && !has("patch") && !has("git");

/** The first one whose hint holds counts. */
const foreignFlags: readonly ForeignFlag[] = Object.freeze([
  { names: ["-o", "--output"], has: hasFlag("json"), hint: "For JSON, use --json." },
  { names: ["-o", "--output"], has: hasFlag("format"), hint: "For JSON, use --format json." },
  {
    names: ["-f", "--filename"],
    has: hasFlag("patch"),
    hint: "Pass requests without a flag, and Helm values with --settings.",
  },
  { names: ["-f", "--filename"], has: hasFlag("git"), hint: "Pass files without a flag." },
  {
    names: ["-f", "--filename"],
    has: hasFlag("config"),
    hint: "Pass another project file with --config.",
  },
  {
    names: ["--values"],
    has: hasFlag("settings"),
    hint: "Pass Helm values with --settings.",
  },
  {
    names: ["-s", "--settings", "--settings-at", "--values"],
    has: isBuilt,
    hint: "The settings of a target are listed in the project file.",
  },
  {
    names: ["--patch"],
    has: isBuilt,
    hint: "The patches of a target are listed in the project file.",
  },
  {
    names: ["--set", "--set-string", "--set-json", "--image", "--ray-version", "--name"],
    has: isBuilt,
    hint: "Write it into set of a target in the project file.",
  },
  {
    names: ["-n", "--namespace"],
    has: isBuilt,
    hint: "Choose a target with --target; its namespace is in set in the project file.",
  },
  {
    names: ["--kuberay-version"],
    has: isBuilt,
    hint: "Write kuberay_version of a target in the project file.",
  },
  { names: ["-n"], has: hasFlag("namespace"), hint: "Pass the namespace with --namespace." },
  {
    names: ["--set-string", "--set-json"],
    has: hasFlag("set"),
    hint: "Use --set; quotes make any value a string: --set 'ray_version=\"2.9\"'.",
  },
  {
    names: ["--set-file", "--set-literal"],
    has: hasFlag("set"),
    hint: "Pass a file of fields with --patch, or one value with --set.",
  },
  { names: ["-k", "--kustomize"], has: hasFlag("patch"), hint: "Pass patches with --patch." },
  {
    names: ["-w", "--watch"],
    has: (has) => has("patch"),
    hint: "raycluster build and check have --watch.",
  },
  {
    names: ["--prune"],
    has: (has) => has("diff"),
    hint: "raycluster build --prune removes orphans.",
  },
  {
    names: ["--dry-run"],
    has: hasFlag("output-dir"),
    hint: "Without --output and --output-dir nothing is written; --check compares with existing files.",
  },
  { names: ["--dry-run"], has: hasFlag("diff"), hint: "This command never writes files." },
  {
    names: ["-R", "-r", "--recursive"],
    has: hasFlag("git"),
    hint: "Folders are always read recursively.",
  },
  {
    names: ["-v", "--verbose", "--debug"],
    has: () => true,
    hint: "There is no more detailed output.",
  },
  { names: ["-V", "--version"], has: () => true, hint: "raycluster --version shows it." },
  {
    names: [
      "-A",
      "-l",
      "-n",
      "--all-namespaces",
      "--as",
      "--cluster",
      "--context",
      "--field-manager",
      "--force-conflicts",
      "--kube-context",
      "--kubeconfig",
      "--namespace",
      "--selector",
      "--server-side",
      "--wait",
    ],
    has: () => true,
    hint: "No command talks to a Kubernetes cluster: all input is files.",
  },
]);
