/** How Compose ends on a signal, whichever. @see docker/compose v2.36.2 cmd/compose/compose.go AdaptCmd */
export const CANCELED_STATUS = 130;
