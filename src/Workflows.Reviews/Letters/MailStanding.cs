using Workflows.Reviews.Health;

namespace Workflows.Reviews.Letters;

/// <summary>
/// How this process last found the mail service: whether it could be reached, and did not turn everything away for now. Each letter has
/// its own attempts in its journal.
/// </summary>
/// <param name="clock">The clock; only how much time passes is asked of it.</param>
public sealed class MailStanding(TimeProvider clock) : LastFound(clock);
