const names = ["lang", "theme"] as const;

/** Keeps language and colours from page to page. `?lang=zh` and `?theme=dark` in an address have the last word. */
export function rememberSwitches(): void {
  const asked = new URLSearchParams(location.search);
  for (const name of names) {
    const wanted = asked.get(name) ?? stored(name);
    const buttons = document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`);
    for (const button of buttons) {
      if (button.value === wanted) button.checked = true;
      button.addEventListener("change", () => store(name, button.value));
    }
    if (name === "lang") followLanguage(buttons);
  }
}

/** What reads a page aloud goes by the language of its root. */
function followLanguage(buttons: NodeListOf<HTMLInputElement>): void {
  const follow = (): void => {
    for (const button of buttons) if (button.checked) document.documentElement.lang = button.value;
  };
  for (const button of buttons) button.addEventListener("change", follow);
  follow();
}

/** Storage may be forbidden to a page that was opened from a disk. */
function stored(name: string): string | null {
  try {
    return localStorage.getItem(`walkforward-${name}`);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(`walkforward-${name}`, value);
  } catch {
    // Then the choice holds for this page only.
  }
}
