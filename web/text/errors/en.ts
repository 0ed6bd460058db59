/** What a page says when it can’t be shown. */
export default {
  notFound: 'Nothing here',
  notFoundLead:
    'There is nothing at this address, or nothing that you may see. Perhaps a letter is wrong, or it has been deleted.',
  signIn: 'Please sign in',
  signInLead: 'This page is for people who run studies.',
  forbidden: 'You may not do this',
  forbiddenLead:
    'Your role does not allow it. Ask an owner of your organisation to do it, or to give you another role.',
  refused: 'That did not work',
  refusedLead: 'Nothing was changed. Go back, correct it and send it again.',
  gone: 'This is over',
  goneLead: 'What you are looking for has been closed or withdrawn.',
  tooMany: 'One moment, please',
  tooManyLead: {
    one: 'Too many requests came from your network. Try again in one second.',
    other: 'Too many requests came from your network. Try again in {count} seconds.',
  },
  broken: 'Something went wrong here',
  brokenLead: 'It is not your fault, and nothing was changed. Try again in a moment.',
  away: 'Not ready at the moment',
  awayLead:
    'The database does not answer. What you have entered on a phone is kept there and sent as soon as it does.',
  detail: 'What the server says',
  back: 'Go back',
  studies: 'To the studies',
  join: 'Enter a join code',
  again: 'Try again',
} as const;
