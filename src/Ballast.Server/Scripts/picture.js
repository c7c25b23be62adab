// PNG of a chart, drawn from the SVG that the server writes for download: the same picture, at twice its size.
const scale = 2;

export function pictures() {
  for (const button of document.querySelectorAll('[data-png]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await save(button.dataset.png, button.dataset.name);
      } finally {
        button.disabled = false;
      }
    });
  }
}

async function save(address, name) {
  const answer = await fetch(address);
  const source = URL.createObjectURL(new Blob([await answer.text()], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(source);
  const blob = await new Promise((done) => { canvas.toBlob(done, 'image/png'); });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
