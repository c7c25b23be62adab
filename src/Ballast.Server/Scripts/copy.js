// Copying: elements with data-copy (an address of ours) or data-copy-text (any text). Buttons wait hidden for the script.
import { say } from './live.js';

export function copyLinks(copied) {
  for (const element of document.querySelectorAll('[data-copy], [data-copy-text]')) {
    element.hidden = false;
    element.addEventListener('click', async (event) => {
      const { copy, copyText } = element.dataset;
      const text = copyText ?? new URL(copy, location.href).href;
      event.preventDefault();
      if (await write(text)) {
        say(copied);
        const before = element.textContent;
        element.textContent = copied;
        setTimeout(() => { element.textContent = before; }, 1500);
      } else if (copy) {
        location.href = copy;
      }
    });
  }
}

async function write(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard outside secure contexts: the older way, with a field of its own.
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'vh';
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
