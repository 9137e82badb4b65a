namespace Reception.Hub.Venues;

/// <summary>This node met something of a venue that it does not know, and leaves the venue alone.</summary>
internal sealed class VenueParkedException(string words, Exception? cause = null) : Exception(words, cause);
