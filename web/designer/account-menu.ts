/**
 * Lets the account's menu close as menus do: by Escape, which puts the focus back on its button,
 * and by a click or the focus elsewhere. Without script its button closes it.
 */
export function readyAccountMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('details.account-menu');
  if (!menu) return;
  const closeUnlessIn = ({ target }: Event) => {
    if (menu.open && !(target instanceof Node && menu.contains(target))) menu.open = false;
  };
  document.addEventListener('click', closeUnlessIn);
  document.addEventListener('focusin', closeUnlessIn);
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
    event.stopPropagation();
  });
}
