// One polite region for all that is said aloud.
let region;

export function say(text) {
  if (!region) {
    region = document.createElement('div');
    region.className = 'vh';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }

  region.textContent = text;
}
