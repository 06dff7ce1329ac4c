import { compileOrThrow, toYaml } from "raycluster-compiler";
import expected from "./expected.yaml";
import request from "./input/request.yaml";
import settings from "./input/settings.yaml";

export default {
  test() {
    const { manifest } = compileOrThrow(
      { file: "request.yaml", text: request },
      { file: "settings.yaml", text: settings },
    );
    if (toYaml(manifest) !== expected) throw new Error("The bytes differ.");
  },
};
