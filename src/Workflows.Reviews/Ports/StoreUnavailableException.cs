namespace Workflows.Reviews.Ports;

/// <summary>
/// The store of journals, index or documents does not serve: it cannot be reached, is too busy, or refuses this program. The
/// message says which in plain words, without names of cases or people. What was being written may have been written:
/// read again before deciding anew. Trying again later is right; nothing needs to be restarted.
/// </summary>
/// <param name="message">What does not serve and what to do about it.</param>
/// <param name="inner">What the store's client said.</param>
public class StoreUnavailableException(string message, Exception? inner) : Exception(message, inner);
