/** Paper that falls once and is gone: style sheets only, and none for who prefers less motion. */
export const Confetti = () => (
  <div className="celebrate-confetti" aria-hidden="true">
    {pieces.map((piece) => (
      <span key={piece} style={{ insetInlineStart: `${piece}%` }} />
    ))}
  </div>
);

/** Where each begins, in percent: spread without a pattern that one sees. */
const pieces = Array.from({ length: 24 }, (_, at) => ((at * 37 + 5) % 97) + 1);
