/** Confetti that falls once, by CSS alone; hidden from readers who prefer reduced motion. */
export const Confetti = () => (
  <div className="celebrate-confetti" aria-hidden="true">
    {pieces.map((piece) => (
      <span key={piece} style={{ insetInlineStart: `${piece}%` }} />
    ))}
  </div>
);

/** Where each piece starts, in percent: spread without a visible pattern. */
const pieces = Array.from({ length: 24 }, (_, at) => ((at * 37 + 5) % 97) + 1);
