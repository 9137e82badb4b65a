using Xunit.Abstractions;
using Xunit.Sdk;

namespace Reception.Rules;

/// <summary>
/// Ties a test to what it proves: a step of the procedures (<c>A8</c>), a promise (<c>P5</c>) or a rule of
/// the domain's SPEC.md. <c>dotnet test --filter Rule=A8</c> runs the tests of one rule, and <c>tests/run</c>
/// fails when a required rule has no test that ran and passed.
/// </summary>
[TraitDiscoverer("Reception.Rules." + nameof(RuleDiscoverer), "Reception.Rules.TestLogger")]
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id { get; } = id;
}

public sealed class RuleDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute)
    {
        ArgumentNullException.ThrowIfNull(traitAttribute);
        yield return new("Rule", (string)traitAttribute.GetConstructorArguments().First());
    }
}
