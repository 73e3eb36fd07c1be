/** The one account that the pretend Docker Hub has: nobody should type a real password here. */
export const HUB_ACCOUNT = { username: 'learner', password: 'drydock' } as const;
