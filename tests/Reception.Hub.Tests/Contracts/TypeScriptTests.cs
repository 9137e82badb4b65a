using Reception.Contracts;

namespace Reception.Hub.Tests.Wire;

public sealed class TypeScriptTests
{
    [Fact]
    public void The_wire_in_TypeScript_is_current() => Generated.ShouldBeCurrent(TypeScriptContracts.File, TypeScriptContracts.Write());

    [Fact]
    public void Every_record_of_the_wire_is_in_it() =>
        typeof(Changes).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false, IsEnum: false } && type != typeof(ErrorCode))
            .Should().BeSubsetOf(TypeScriptContracts.Types);
}
