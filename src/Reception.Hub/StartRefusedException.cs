namespace Reception.Hub;

/// <summary>The hub does not start: what is wrong and what to do, in words for whoever started it.</summary>
internal sealed class StartRefusedException(string words, Exception? cause = null) : Exception(words, cause);
