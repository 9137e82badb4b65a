namespace Reception.Crew.Habits;

/// <summary>A post that was told to be silent does nothing at all: a bar that says nothing but serves would never be seen to climb.</summary>
internal sealed class UnlessSilent(IHabit habit, Func<string, bool> silent) : IHabit
{
    public IEnumerable<Desire> See(Scene scene) => scene.Positions.Any(silent) ? [] : habit.See(scene);
}
