/** Proposals: what a second person decides. */
export const proposalsEn = {
  proposals: {
    empty: 'No proposal is open.',
    showDecided: 'Show decided ones too',
    by: 'Proposed by {{person}}, {{at}}',
    state: { open: 'Open', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn' },
    stale:
      'Changed by somebody else since: {{things}}. It cannot be approved any more; its author can propose it anew.',
    reapply: 'It is to count for open tickets too.',
    decided: 'Decided by {{person}}, {{at}}.',
    approve: 'Approve',
    reject: 'Reject',
    withdraw: 'Withdraw',
    title: { approve: 'Approve the proposal', reject: 'Reject the proposal', withdraw: 'Withdraw the proposal' },
    hint: {
      approve: 'It is published at once, as it stands here.',
      reject: 'Nothing is published. The author reads the reason.',
      withdraw: 'Nothing is published.',
    },
  },
};
