using Reception.Contracts;

namespace Reception.Crew.Ledgers;

/// <summary>Every visit's way against its playbook (P8): each step a trigger that starts where the last one led.</summary>
internal static class PathCheck
{
    public static void Run(IEnumerable<JourneyView> journeys, WordBook words, Findings findings)
    {
        foreach (var journey in journeys)
        {
            if (words.Of(journey) is not { } playbook)
            {
                findings.IsIllegal($"{journey.Id} speaks of words {journey.Words} that nobody has");
            }
            else if (Wrong(journey, playbook) is { } wrong)
            {
                findings.IsIllegal($"{journey.Id}: {wrong}");
            }
        }
    }

    private static string? Wrong(JourneyView journey, WordsDocument playbook)
    {
        string? here = null;
        foreach (var step in journey.Steps)
        {
            if (here is not null && step.From != here)
            {
                return $"{step.Trigger} begins at {step.From}, but the step before led to {here}";
            }

            if (!Fits(step, playbook))
            {
                return $"{step.Trigger} does not lead from {step.From} to {step.To}";
            }

            here = step.To;
        }

        return here is not null && here != journey.Stage ? $"stands at {journey.Stage}, but its last step led to {here}" : null;
    }

    private static bool Fits(StepView step, WordsDocument playbook) => playbook.Trigger(step.Trigger) switch
    {
        // The clock's own step ends a visit of somebody who did not come.
        null or { } when step.Staff is null => playbook.UseOf(step.From) == "expected" && playbook.UseOf(step.To) == "ended",
        { Opens: true } opening => step.From.Length == 0 && step.To == opening.To,
        { } trigger => trigger.From.Contains(step.From) && step.To == (trigger.To ?? step.From),
        null => false,
    };
}
