interface Progress {
  state: string;
  done: number;
  samples: number;
}

const PAUSE = 700;

/**
 * Has the stability of the saved plan worked out, shows how far it is, and puts the result into the
 * page. Asking again goes on where the server works in slices and tells the progress elsewhere.
 */
export function followStability(form: HTMLFormElement): void {
  const card = document.getElementById('stability');
  if (card?.dataset['state'] === 'running') void follow();
  form.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-stability]');
    if (!button || form.classList.contains('is-changed')) return;
    event.preventDefault();
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    void follow();
  });

  async function follow(): Promise<void> {
    for (;;) {
      const address = document.querySelector<HTMLElement>('[data-stability]')?.dataset['stability'];
      if (!address) return;
      const reply = await fetch(address, { method: 'POST' }).catch(() => null);
      const told = (await reply?.json().catch(() => null)) as
        | (Progress & { error?: string })
        | null;
      if (!reply?.ok || !told) {
        say(told?.error ?? '');
        document.querySelector('[data-stability]')?.removeAttribute('aria-disabled');
        return;
      }
      if (told.state !== 'running') return renew();
      show(told);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

function say(text: string): void {
  const status = document.getElementById('stability-status');
  if (status) status.textContent = text;
}

function show({ done, samples }: Progress): void {
  const status = document.getElementById('stability-status');
  say((status?.dataset['text'] ?? '').replace('%done%', String(done)));
  let bar = document.querySelector<HTMLProgressElement>('#stability progress');
  if (!bar) {
    bar = document.createElement('progress');
    bar.setAttribute('aria-labelledby', 'stability-title');
    status?.after(bar);
  }
  bar.max = samples;
  bar.value = done;
}

/** Takes the result from the page as it is now; what somebody has begun to change stays. */
async function renew(): Promise<void> {
  const reply = await fetch(location.pathname + location.search).catch(() => null);
  if (!reply?.ok) return;
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
  for (const id of ['stability', 'modules']) {
    const [now, shown] = [page.getElementById(id), document.getElementById(id)];
    if (now && shown) shown.replaceWith(document.adoptNode(now));
  }
  document.getElementById('plan')?.dispatchEvent(new Event('renewed'));
}
