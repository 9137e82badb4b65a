namespace Reception.Domain.Alerts;

/// <summary>How loud. An emergency cannot be muted.</summary>
public enum AlertKind
{
    Information,
    Action,
    Urgent,
    Emergency,
}

/// <summary>Who must answer: nobody, any of those asked, or each position.</summary>
public enum AnswerRule
{
    None,
    Any,
    Each,
}
