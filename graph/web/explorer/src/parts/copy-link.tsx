/** Copies the address of what is seen. */

import { useState } from "preact/hooks";
import { t } from "../base/language";

export function CopyLink() {
  const [done, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(location.href);
      setDone(true);
      setTimeout(() => setDone(false), 1500);
    } catch {
      prompt(t("copyLink"), location.href); // without the right to the clipboard, by hand
    }
  };
  return <button class="button small" onClick={() => void copy()}>{done ? t("copied") : t("copyLink")}</button>;
}
