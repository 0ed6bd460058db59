import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  notFound: 'Il n’y a rien ici',
  notFoundLead:
    'Il n’y a rien à cette adresse, ou rien que vous puissiez voir. Une lettre est peut-être erronée, ou cela a été supprimé.',
  signIn: 'Veuillez vous connecter',
  signInLead: 'Cette page est destinée aux personnes qui mènent des études.',
  forbidden: 'Vous ne pouvez pas faire cela',
  forbiddenLead:
    'Votre rôle ne le permet pas. Demandez à un propriétaire de votre organisation de le faire ou de vous donner un autre rôle.',
  refused: 'Cela n’a pas fonctionné',
  refusedLead: 'Rien n’a été modifié. Revenez en arrière, corrigez et envoyez à nouveau.',
  gone: 'C’est terminé',
  goneLead: 'Ce que vous cherchez a été fermé ou retiré.',
  tooMany: 'Un instant, s’il vous plaît',
  tooManyLead: {
    one: 'Trop de requêtes sont venues de votre réseau. Réessayez dans une seconde.',
    other: 'Trop de requêtes sont venues de votre réseau. Réessayez dans {count} secondes.',
  },
  broken: 'Un problème est survenu ici',
  brokenLead: 'Ce n’est pas votre faute et rien n’a été modifié. Réessayez dans un instant.',
  away: 'Indisponible pour le moment',
  awayLead:
    'La base de données ne répond pas. Ce que vous avez saisi sur un téléphone y est conservé et sera envoyé dès qu’elle répondra.',
  detail: 'Ce que dit le serveur',
  back: 'Revenir en arrière',
  studies: 'Vers les études',
  join: 'Saisir un code',
  again: 'Réessayer',
} as const satisfies Catalogue<typeof en>;
