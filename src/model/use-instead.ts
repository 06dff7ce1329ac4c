/** `Use train-resnet.`: the nearest name in lower-case letters, digits and dashes, or an example where none is left. */
export function useInstead(text: string, maximumLength: number, example: string): string {
  const near = text
    .slice(0, 1_000)
    .replace(/([a-z0-9])(?=[A-Z])/g, "$1-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+/, "")
    .slice(0, maximumLength)
    .replace(/-+$/, "");
  return near === "" ? `Use a name such as ${example}.` : `Use ${near}, for example.`;
}
