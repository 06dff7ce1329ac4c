/** `Use ray-worker.v2, for example.`: the nearest name that may have dots, as those of accounts and secrets. */
export function useSubdomainInstead(text: string, example: string): string {
  const labels = text.slice(0, 253).split(".").map(nearestLabel);
  const near = labels.filter((label) => label !== "").join(".");
  return near === "" ? `Use a name such as ${example}.` : `Use ${near}, for example.`;
}

/** `Use train-resnet, for example.`: the nearest name in lower-case letters, digits and dashes, or an example. */
export function useInstead(text: string, maximumLength: number, example: string): string {
  const near = nearestLabel(text.slice(0, 1_000)).slice(0, maximumLength).replace(/-+$/, "");
  return near === "" ? `Use a name such as ${example}.` : `Use ${near}, for example.`;
}

function nearestLabel(text: string): string {
  return text
    .replace(/([a-z0-9])(?=[A-Z])/g, "$1-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");
}
